// Made by test/openrpc.test.ts.
export const EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST / and WebSocket /ws. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "node_info": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "version": "0.1.0",
        "chainId": 20260,
        "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
        "name": "hanse-devnet",
        "organization": "bank-a",
        "role": "validator",
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "history": "archive",
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "supervision",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "payments",
            "version": 1
          },
          {
            "name": "governance",
            "version": 1
          }
        ]
      }
    }
  ],
  "node_status": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "state": "synced",
        "height": 3,
        "earliest": 0,
        "headTime": 1760000003000,
        "lag": 0,
        "epoch": 0,
        "view": 0,
        "primary": "bank-a",
        "peers": 3,
        "reasons": []
      }
    }
  ],
  "chain_getGenesis": [
    {
      "name": "a genesis of four validators",
      "params": {},
      "result": {
        "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
        "genesis": {
          "version": 1,
          "chainId": 20260,
          "name": "hanse-devnet",
          "timeMs": 1760000000000,
          "protocolVersion": 2,
          "params": {
            "window": 8,
            "blockBytesMax": 1048576,
            "blockTransactionsMax": 2000,
            "transactionBytesMax": 65536,
            "timeToLiveMsMax": 600000,
            "maxDriftMs": 5000,
            "heartbeatMs": 2000
          },
          "validators": [
            {
              "organization": "bank-a",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
              },
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "addresses": [
                "127.0.0.1:10545"
              ]
            },
            {
              "organization": "bank-b",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
              },
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "addresses": [
                "127.0.0.1:10546"
              ]
            },
            {
              "organization": "core-firm",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
              },
              "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
              "addresses": [
                "127.0.0.1:10547"
              ]
            },
            {
              "organization": "supplier",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
              },
              "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
              "addresses": [
                "127.0.0.1:10548"
              ]
            }
          ],
          "modules": [
            {
              "name": "organizations",
              "version": 1,
              "genesis": {
                "parties": [
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-maker",
                        "publicKey": "0xbdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-checker",
                        "publicKey": "0x0465e3d7c86e4eae0d68ce8f1aa3bca84ad3b1ab8c15e72684a55d02d3d739f6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMACNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank A",
                      "partyId": "bank-a",
                      "roles": [
                        "bank",
                        "clearing-bank"
                      ],
                      "uscc": "91440600MADEMBKA11"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-maker",
                        "publicKey": "0xc3a2bd566c38e68ef148c30e3962493545d9c9941a7c1ff2957dffeb11b7e332",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-checker",
                        "publicKey": "0x0fb9bc1024e22d8880b32b67df515645fdfe5d872a5d8c0e8907d226ad339ad6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMBCNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank B",
                      "partyId": "bank-b",
                      "roles": [
                        "bank"
                      ],
                      "uscc": "91440600MADEMBKB25"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-maker",
                        "publicKey": "0xba18c2f96501d4e425c7d53e8b71ff950c73af45ff862d1810d106715085d964",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-checker",
                        "publicKey": "0x1a1bb4f2e37977d2865dc258248ab6ebe556e7c428523495a316ae1f3a196003",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "lei": "300300DEMFSSHAPP0163",
                      "name": "Foshan Shunhe Appliance Co., Ltd.",
                      "partyId": "shunhe",
                      "roles": [
                        "core",
                        "employer"
                      ],
                      "uscc": "91440606MADEM10019"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-maker",
                        "publicKey": "0xb9145389c07f7840d5107b2dea6474096709e2c0be72e251d9c38a1f58923c30",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-checker",
                        "publicKey": "0x2763776048f6d36da8d71f2eb5764f33ffb7d95b81110caacdb7dbce990773b5",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Nanhai Precision Mould Co., Ltd.",
                      "partyId": "nanhai",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440605MADEM20025"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-maker",
                        "publicKey": "0x7e55a03ee0340c98b31c91f645db79eeb8663d276e9dc62a134129e38ff424c4",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-checker",
                        "publicKey": "0xb2e97396327abb19397de0f9dd879a76ea8014059f1eed8f3c65f63896f1fa7f",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Sanshui Fastener Co., Ltd.",
                      "partyId": "sanshui",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440607MADEM3003C"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-maker",
                        "publicKey": "0x2c2b051ff8b8462311e676a4140af536e629f9f1b9f6b3f3c5a17d80e73cc025",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-checker",
                        "publicKey": "0x5a7682dd08d93ce2f13784ca29e49f66db0b3d367ba306488003fabdff40c787",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Gaoming Coating Co., Ltd.",
                      "partyId": "gaoming",
                      "roles": [
                        "supplier",
                        "employer"
                      ],
                      "uscc": "91440608MADEM40045"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "tax-maker",
                        "publicKey": "0x22edef405d07b8669b7b0c31a0175dfc5d97416632855a1d05b9f6746d4c7e62",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "tax-checker",
                        "publicKey": "0x6e912477a4ef7202b6b9f187885b59fdae07fedb0ef352d0672dd0e561b9b0bd",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Tax Authority",
                      "partyId": "tax",
                      "roles": [
                        "tax-authority"
                      ],
                      "uscc": "11440600MADEMTAX5J"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "regulator-maker",
                        "publicKey": "0x8f9b4b37661254f79156a9a81f56cbb0dbc44ceedbd995ce7ddb9b76652cfaed",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "regulator-checker",
                        "publicKey": "0x69c089d54cb728251fc39298a6a147504ba6693cd11e262a5c3394ec57598e27",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Financial Regulator",
                      "partyId": "regulator",
                      "roles": [
                        "regulator",
                        "registrar"
                      ],
                      "uscc": "11440000MADEMREG6Q"
                    }
                  }
                ]
              }
            },
            {
              "name": "supervision",
              "version": 1
            },
            {
              "name": "settlement",
              "version": 1,
              "genesis": {
                "balances": [
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-a"
                  },
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-b"
                  }
                ],
                "currencies": [
                  {
                    "currency": "CNY",
                    "issuer": "bank-a"
                  }
                ]
              }
            },
            {
              "name": "invoices",
              "version": 1
            },
            {
              "name": "receivables",
              "version": 1
            },
            {
              "name": "payments",
              "version": 1
            },
            {
              "name": "governance",
              "version": 1,
              "genesis": {
                "members": [
                  {
                    "organization": "core-firm",
                    "partyId": "shunhe"
                  },
                  {
                    "organization": "supplier",
                    "partyId": "nanhai"
                  }
                ]
              }
            }
          ]
        }
      }
    }
  ],
  "chain_getHeight": [
    {
      "name": "the head",
      "params": {},
      "result": 3
    }
  ],
  "chain_getBlock": [
    {
      "name": "a block with its transaction",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xe91ab5f3bb7d6132b4bafbb091b65e3293a9fb0ba09cc166cbc646a0ab4eb0ef",
          "headerHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe2f6cd53e1efbeca688be96b4efbcaa857b340ec1e978bd6f0f9cf4c6d399dd706f1c15777497a3f4245accfe10f01b3f42eb0a1ddb371682f92f807fd099f03"
            },
            {
              "signer": 1,
              "signature": "0x5f691873039bd0c23d4f1049dd6911b90ddaf527fbb3a7a90ef6e224163aa3750e7fe2bc6c11ba7658b61d2349f080fc0cdac73036697a56a9a8082ab7f73a0c"
            },
            {
              "signer": 2,
              "signature": "0x7d8efe658285a35edc73ac56b844abef6d61c4b98384267d830b5c079bb1d2c701394e8ad9ec59ff1b19c37736764a837b701db83df1db503c6078af9166270e"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf"
        ],
        "transactions": [
          {
            "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
            "body": {
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "chainId": 20260,
              "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
              "coSigners": [],
              "expiresAtMs": 1760000600000,
              "unique": "0x00000000000000000000000000000001",
              "calls": [
                {
                  "module": "settlement",
                  "command": "transfer",
                  "params": {
                    "from": "bank-a",
                    "to": "nanhai",
                    "currency": "CNY",
                    "amount": "150000",
                    "reference": "invoice 2026-001"
                  }
                }
              ]
            },
            "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4031268b7cf2d4031ace5fc6629053b5aecade3765334eec66a3bf9284dc6b4f449a067883b8dc3abafa3f81d1a1a41fe065779f0716cb263187764dbf59b5c70e"
          }
        ],
        "receipts": [
          {
            "txId": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
            "index": 0,
            "outcome": "success",
            "events": [
              {
                "module": "settlement",
                "type": "transferred",
                "attributes": [
                  {
                    "key": "amount",
                    "value": "150000"
                  },
                  {
                    "key": "currency",
                    "value": "CNY"
                  },
                  {
                    "key": "from",
                    "value": "bank-a"
                  },
                  {
                    "key": "reference",
                    "value": "invoice 2026-001"
                  },
                  {
                    "key": "to",
                    "value": "nanhai"
                  }
                ]
              }
            ]
          }
        ]
      }
    },
    {
      "name": "the newest, ids only",
      "params": {
        "height": "latest",
        "detail": "ids"
      },
      "result": {
        "hash": "0x7c73c2a2f731a0695508e8ee04777ae4d160220dd3f567f1e211dbb1a0e770e2",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 3,
          "parent": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0x84e4c2972539a62db29f7eba0eb76f038bdbde1d23b2ae31a09516c64ae77f36",
          "receiptsRoot": "0xa92f130586a4dd2b93456fdc022529db17d19fbf95c0850c935fea04ef149cc4",
          "stateRoot": "0x75697c45c8e64cb8d63313dfc40a6015b240d6eeb43743e476e7b0329e02badb",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0xb9acbae2b79a78256e1aa1b05968f40fff8050aa1affb2a991d6256483d43aa1",
          "headerHash": "0x7c73c2a2f731a0695508e8ee04777ae4d160220dd3f567f1e211dbb1a0e770e2",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x02c3742ae5dd6bc5f6cf802ad408a7d49b249141ea4310d37e84c5b428484460bbdc70cd3dc661d5f2787469e3c55d61130a156f1ba39f03ae94d399eb453005"
            },
            {
              "signer": 1,
              "signature": "0x6f29b74daa82001da509f4d992365f3279c8ba659fa3c4655dd4f26dfc2f0a8a5d0c414035dee16a603bc5645e704fb771e85267b86782d0541a5d69b3e98b05"
            },
            {
              "signer": 2,
              "signature": "0x9ef82998406d5d7e016a53a08978b25b2d76a9002d18d47f163a296a6cdd1a097c5b7617ffc035be69fef2522257f5d9ed4f2175b6933415e3771c36d763a101"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0x13f9386bf9e99b1df9193e5adf32a9b57f5c41d5710a53bdb0d3f56ef55bc48d"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639"
      },
      "result": {
        "hash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    },
    {
      "name": "of a height",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    }
  ],
  "chain_getCertificate": [
    {
      "name": "three of four signed",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
        "height": 1,
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xe91ab5f3bb7d6132b4bafbb091b65e3293a9fb0ba09cc166cbc646a0ab4eb0ef",
          "headerHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe2f6cd53e1efbeca688be96b4efbcaa857b340ec1e978bd6f0f9cf4c6d399dd706f1c15777497a3f4245accfe10f01b3f42eb0a1ddb371682f92f807fd099f03"
            },
            {
              "signer": 1,
              "signature": "0x5f691873039bd0c23d4f1049dd6911b90ddaf527fbb3a7a90ef6e224163aa3750e7fe2bc6c11ba7658b61d2349f080fc0cdac73036697a56a9a8082ab7f73a0c"
            },
            {
              "signer": 2,
              "signature": "0x7d8efe658285a35edc73ac56b844abef6d61c4b98384267d830b5c079bb1d2c701394e8ad9ec59ff1b19c37736764a837b701db83df1db503c6078af9166270e"
            }
          ]
        }
      }
    }
  ],
  "chain_listBlocks": [
    {
      "name": "the newest two",
      "params": {
        "limit": 2
      },
      "result": {
        "items": [
          {
            "hash": "0x7c73c2a2f731a0695508e8ee04777ae4d160220dd3f567f1e211dbb1a0e770e2",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 2,
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "epoch": 0,
              "height": 3,
              "parent": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0x84e4c2972539a62db29f7eba0eb76f038bdbde1d23b2ae31a09516c64ae77f36",
              "receiptsRoot": "0xa92f130586a4dd2b93456fdc022529db17d19fbf95c0850c935fea04ef149cc4",
              "stateRoot": "0x75697c45c8e64cb8d63313dfc40a6015b240d6eeb43743e476e7b0329e02badb",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 451
          },
          {
            "hash": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "epoch": 0,
              "height": 2,
              "parent": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xae9cbc248fc07a21ac5608002e2243b131929e2bd53133b36b1e63fc52e278cc",
              "receiptsRoot": "0x2e22d52e15b32d66b633e127cce3bcb23292a52a1b54ca79216d469db0f17b00",
              "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": "1:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "from genesis on",
      "params": {
        "order": "ascending",
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 2,
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0x3d919cba7320c7283b6e22c88761138ce7861dc1477f8048d3009584e0537af1",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 0,
            "rejectedCount": 0,
            "eventCount": 0,
            "sizeBytes": 0
          }
        ],
        "nextCursor": "1:0",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "of two heights",
      "params": {
        "from": 1,
        "to": 2,
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 2,
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "epoch": 0,
              "height": 1,
              "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
              "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
              "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 264
          },
          {
            "hash": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
              "epoch": 0,
              "height": 2,
              "parent": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xae9cbc248fc07a21ac5608002e2243b131929e2bd53133b36b1e63fc52e278cc",
              "receiptsRoot": "0x2e22d52e15b32d66b633e127cce3bcb23292a52a1b54ca79216d469db0f17b00",
              "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    }
  ],
  "chain_getParams": [
    {
      "name": "in force",
      "params": {},
      "result": {
        "height": 3,
        "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
        "params": {
          "window": 8,
          "blockBytesMax": 1048576,
          "blockTransactionsMax": 2000,
          "transactionBytesMax": 65536,
          "timeToLiveMsMax": 600000,
          "maxDriftMs": 5000,
          "heartbeatMs": 2000
        },
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "supervision",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "payments",
            "version": 1
          },
          {
            "name": "governance",
            "version": 1
          }
        ]
      }
    }
  ],
  "tx_prepare": [
    {
      "name": "one call",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "150000",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60,
        "clientRef": "order-1"
      },
      "result": {
        "body": "0x0a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f312c03871244e4409f61f24495e3f9eae81cb5c4f9d835d9787272fad4c3652789",
        "hash": "0x2c03871244e4409f61f24495e3f9eae81cb5c4f9d835d9787272fad4c3652789",
        "preview": {
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "chainId": 20260,
          "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
          "coSigners": [],
          "expiresAtMs": 1760000123000,
          "unique": "0x01010101010101010101010101010101",
          "clientRef": "order-1",
          "calls": [
            {
              "module": "settlement",
              "command": "transfer",
              "params": {
                "from": "bank-a",
                "to": "nanhai",
                "currency": "CNY",
                "amount": "150000",
                "reference": "invoice 2026-001"
              }
            }
          ]
        }
      }
    }
  ],
  "tx_simulate": [
    {
      "name": "would succeed",
      "params": {
        "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40c8acbce268b2b62fb67ea757fc1f5a38d3b50cda71dfad4433b02dbcd4340d4fe9ecef07b499cf8cf027ddf0ccd2d7b426f6f8a3e11f6a0dec2845ff17d41907"
      },
      "result": {
        "hash": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
        "height": 3,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ]
      }
    },
    {
      "name": "would be rejected",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "999999999999999",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60
      },
      "result": {
        "hash": "0x3351fca280f54ec8f1c177c4ebe57d1c1935da1e5fcc37eb52d150b72746d68d",
        "height": 3,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "rejection": {
          "code": "settlement/insufficient-funds",
          "message": "bank-a holds 99998500.00 CNY, 9999999999999.99 CNY are needed (ISO 20022 AM04)",
          "hint": "See the query `balance`; let the issuer mint, or receive money first.",
          "path": "amount",
          "reason": "AM04"
        },
        "events": []
      }
    }
  ],
  "tx_send": [
    {
      "name": "new",
      "params": {
        "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40c8acbce268b2b62fb67ea757fc1f5a38d3b50cda71dfad4433b02dbcd4340d4fe9ecef07b499cf8cf027ddf0ccd2d7b426f6f8a3e11f6a0dec2845ff17d41907"
      },
      "result": {
        "hash": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40c8acbce268b2b62fb67ea757fc1f5a38d3b50cda71dfad4433b02dbcd4340d4fe9ecef07b499cf8cf027ddf0ccd2d7b426f6f8a3e11f6a0dec2845ff17d41907"
      },
      "result": {
        "hash": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
        "known": true
      }
    }
  ],
  "pool_status": [
    {
      "name": "one waits",
      "params": {},
      "result": {
        "size": 1,
        "sizeBytes": 264,
        "capacity": 20000,
        "perSenderMax": 4000
      }
    }
  ],
  "pool_list": [
    {
      "name": "it",
      "params": {
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    },
    {
      "name": "of a sender",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e"
      },
      "result": {
        "items": [
          {
            "hash": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    }
  ],
  "tx_sendAndWait": [
    {
      "name": "final",
      "params": {
        "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4078dca85fa4a879c64eb1b50817006ea5c9402e42eb2df452b046ebae646a49005209ceb5e64814d7206b51d38fd5e8dd96d8bff9eefab038330d8792e6ee9604",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0x4c79c271bc3c9f59813f1419bfbee35b65b1eccf5964ab47cb9f85291cd9438d",
        "index": 1,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 4,
        "blockHash": "0x2418f4e559a01b0f88eddd21604c02db261983026c9e75bbf9c5097696f8f739",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf"
      },
      "result": {
        "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
        "status": "final",
        "transaction": {
          "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
          "body": {
            "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
            "chainId": 20260,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "coSigners": [],
            "expiresAtMs": 1760000600000,
            "unique": "0x00000000000000000000000000000001",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer",
                "params": {
                  "from": "bank-a",
                  "to": "nanhai",
                  "currency": "CNY",
                  "amount": "150000",
                  "reference": "invoice 2026-001"
                }
              }
            ]
          },
          "raw": "0x0801129b010a207afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4031268b7cf2d4031ace5fc6629053b5aecade3765334eec66a3bf9284dc6b4f449a067883b8dc3abafa3f81d1a1a41fe065779f0716cb263187764dbf59b5c70e"
        },
        "receipt": {
          "txId": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            }
          ],
          "height": 1,
          "blockHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "timeMs": 1760000001000
        }
      }
    },
    {
      "name": "unknown",
      "params": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000"
      },
      "result": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000",
        "status": "unknown"
      }
    }
  ],
  "tx_getReceipt": [
    {
      "name": "success",
      "params": {
        "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf"
      },
      "result": {
        "txId": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
        "index": 0,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 1,
        "blockHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0x68ab1593142ac333af9ce3901fb514b24005e3e6f48d301cb462a154451b56d3",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0x68ab1593142ac333af9ce3901fb514b24005e3e6f48d301cb462a154451b56d3",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "reason": "AM04",
        "events": [],
        "height": 2,
        "blockHash": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf"
      },
      "result": {
        "id": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
        "height": 1,
        "receipt": {
          "txId": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            }
          ]
        },
        "index": 0,
        "transactionCount": 1,
        "receiptCount": 1,
        "transactionPath": [],
        "receiptPath": [],
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xe91ab5f3bb7d6132b4bafbb091b65e3293a9fb0ba09cc166cbc646a0ab4eb0ef",
          "headerHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe2f6cd53e1efbeca688be96b4efbcaa857b340ec1e978bd6f0f9cf4c6d399dd706f1c15777497a3f4245accfe10f01b3f42eb0a1ddb371682f92f807fd099f03"
            },
            {
              "signer": 1,
              "signature": "0x5f691873039bd0c23d4f1049dd6911b90ddaf527fbb3a7a90ef6e224163aa3750e7fe2bc6c11ba7658b61d2349f080fc0cdac73036697a56a9a8082ab7f73a0c"
            },
            {
              "signer": 2,
              "signature": "0x7d8efe658285a35edc73ac56b844abef6d61c4b98384267d830b5c079bb1d2c701394e8ad9ec59ff1b19c37736764a837b701db83df1db503c6078af9166270e"
            }
          ]
        }
      }
    }
  ],
  "tx_list": [
    {
      "name": "the newest",
      "params": {
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0x4c79c271bc3c9f59813f1419bfbee35b65b1eccf5964ab47cb9f85291cd9438d",
            "height": 4,
            "blockHash": "0x2418f4e559a01b0f88eddd21604c02db261983026c9e75bbf9c5097696f8f739",
            "timeMs": 1760000003001,
            "index": 1,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "success"
          }
        ],
        "nextCursor": "4:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "what a module rejected",
      "params": {
        "outcome": "rejected",
        "module": "settlement",
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0x68ab1593142ac333af9ce3901fb514b24005e3e6f48d301cb462a154451b56d3",
            "height": 2,
            "blockHash": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "of a party, for lack of money",
      "params": {
        "party": "bank-a",
        "code": "settlement/insufficient-funds",
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x68ab1593142ac333af9ce3901fb514b24005e3e6f48d301cb462a154451b56d3",
            "height": 2,
            "blockHash": "0xab8a3670298c1a2f24d60c76648ac2ffb8e07eecd40ff69cd313c8d6901d0861",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "event_list": [
    {
      "name": "what a firm was paid",
      "params": {
        "module": "settlement",
        "type": "transferred",
        "attributes": {
          "to": "nanhai"
        },
        "from": "earliest",
        "to": "latest"
      },
      "result": {
        "items": [
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0xedea79624b430f3942ac18fe6c609e7976898a1bf7ce9ad3d28161ed8250b3bf",
            "height": 1,
            "blockHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
            "timeMs": 1760000001000,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0x2a6791fafb75d79fb32d989a2c863969b756490a7e44a17b70f4cacacaf33f25",
            "height": 4,
            "blockHash": "0x2418f4e559a01b0f88eddd21604c02db261983026c9e75bbf9c5097696f8f739",
            "timeMs": 1760000003001,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0x4c79c271bc3c9f59813f1419bfbee35b65b1eccf5964ab47cb9f85291cd9438d",
            "height": 4,
            "blockHash": "0x2418f4e559a01b0f88eddd21604c02db261983026c9e75bbf9c5097696f8f739",
            "timeMs": 1760000003001,
            "index": 1
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "sub_subscribe": [
    {
      "name": "what a firm is paid, from the beginning",
      "params": {
        "topic": "events",
        "filter": {
          "module": "settlement",
          "type": "transferred",
          "attributes": {
            "to": "nanhai"
          }
        },
        "from": 1
      },
      "result": {
        "id": "1",
        "cursor": "1:0"
      }
    },
    {
      "name": "transfers, from the next block on",
      "params": {
        "topic": "transactions",
        "filter": {
          "module": "settlement",
          "command": "transfer"
        }
      },
      "result": {
        "id": "2",
        "cursor": "5:0"
      }
    },
    {
      "name": "view changes and evidence",
      "params": {
        "topic": "consensus",
        "filter": {
          "types": [
            "view-left",
            "evidence"
          ]
        }
      },
      "result": {
        "id": "3",
        "cursor": "00c0ffee00c0ffee@1"
      }
    },
    {
      "name": "this node, from the start of its process",
      "params": {
        "topic": "node",
        "from": "earliest"
      },
      "result": {
        "id": "4",
        "cursor": "00c0ffee00c0ffee@0"
      }
    }
  ],
  "sub_unsubscribe": [
    {
      "name": "the end",
      "params": {
        "id": "1"
      },
      "result": {
        "id": "1",
        "cursor": "5:0"
      }
    }
  ],
  "state_query": [
    {
      "name": "without args",
      "params": {
        "module": "settlement",
        "query": "currencies"
      },
      "result": {
        "value": {
          "items": [
            {
              "currency": "CNY",
              "exponent": 2,
              "issuer": "bank-a",
              "minted": "20000000000",
              "redeemed": "0",
              "outstanding": "20000000000"
            }
          ]
        },
        "height": 4
      }
    },
    {
      "name": "a balance",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        }
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 4
      }
    },
    {
      "name": "at an earlier height",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        },
        "height": 1
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 1
      }
    },
    {
      "name": "who may act",
      "params": {
        "module": "organizations",
        "query": "party",
        "args": {
          "partyId": "nanhai"
        }
      },
      "result": {
        "value": {
          "party": {
            "partyId": "nanhai",
            "name": "Nanhai Precision Mould Co., Ltd.",
            "country": "CN",
            "uscc": "91440605MADEM20025",
            "roles": [
              "supplier"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "registeredAtMs": 1760000000000,
            "operators": [
              "0x628f2ad0cd19214b89eb2b9247d9f4e241b6e893",
              "0xd7c50200952b19767bf2034c7eeae6232df20e16"
            ]
          },
          "account": "0x0188bcbc45c45afd2e2a7102f4b852750e99e531",
          "active": true
        },
        "height": 4
      }
    }
  ],
  "state_getProof": [
    {
      "name": "of a balance",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "height": 1
      },
      "result": {
        "height": 1,
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "value": "0x0a0502540be400",
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
          "value": "0x0a0502540be400",
          "siblings": [
            "0xe6e44b58005f11bc66143bb7241461e36fa7568e9382a3db9f6c504f030e4f51",
            "0xd52ff713465c80954295b141223968005fe76496529ac1b85f62307276b4f3f7",
            "0x40da63f8c6448c7c2f8a63e466fe544e168edeff7cb435ec19109343f4684f2e",
            "0x1afc9376c54a75a07cfbc8e0de4b65aec88877dca3ab2ea21ad326580a18d5b4",
            "0xd1c3d3df47e6d654cf1619932d4edca18e9b26e8d685be1e6bba7f89af090427",
            "0x3f10507a8953c0ba1a0170f01b4b7dbcdef554ec357c6a878bd1691aa324e846",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0x01d713f3246cc8141f019f7597c521c6dfe49786b2689ef0a294ed1be75abfca"
          ]
        },
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 1,
          "parent": "0xc234d2f0158fda1266025f437bc3069c03d1f6065f7152cc0df9b3f27d6320bc",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb60468a33c8fcad72f2b970f9769ed427224131e3fe334848eb04cb95feb5464",
          "receiptsRoot": "0x8712b11e215dedb71e693ee30189ab93bac7aaaf26a717499355f8b6123bd8af",
          "stateRoot": "0x00917f7c3540770a0763f3150a2529ecf26d34a33a3c02c9e9bbd158bd3d3115",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xe91ab5f3bb7d6132b4bafbb091b65e3293a9fb0ba09cc166cbc646a0ab4eb0ef",
          "headerHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe2f6cd53e1efbeca688be96b4efbcaa857b340ec1e978bd6f0f9cf4c6d399dd706f1c15777497a3f4245accfe10f01b3f42eb0a1ddb371682f92f807fd099f03"
            },
            {
              "signer": 1,
              "signature": "0x5f691873039bd0c23d4f1049dd6911b90ddaf527fbb3a7a90ef6e224163aa3750e7fe2bc6c11ba7658b61d2349f080fc0cdac73036697a56a9a8082ab7f73a0c"
            },
            {
              "signer": 2,
              "signature": "0x7d8efe658285a35edc73ac56b844abef6d61c4b98384267d830b5c079bb1d2c701394e8ad9ec59ff1b19c37736764a837b701db83df1db503c6078af9166270e"
            }
          ]
        }
      }
    },
    {
      "name": "that a party has no account",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178"
      },
      "result": {
        "height": 4,
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
        "value": null,
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
          "siblings": [
            "0x74ba2f876b62336d6cf58cfef0aa6a18c3744a8e626642386cbd062fc985b1cc",
            "0x5f5a6951a4b3e586931b846407fda125d2440ba7872995542d9fb919373f2df3",
            "0xfb58ddaebb7512ad35541912f2d2dd7afa3db0c7b4ca80f535046abdf42e3d72",
            "0xc3b77f3ac966cc27e0e265d5047d5c3edda1cfd0a643769bf71929be5793b9b1",
            "0xe2825c0b4d5249615445696b7a9297c40d741d10d7e3704fd5ae5cb77bbf45fc",
            "0x72460e3bfa185eeda97a8ce70d89a89559bd5869d4863703230530f888969fdb"
          ],
          "otherLeaf": {
            "keyHash": "0x312a8b565fafc16e7568ba3618dffa4094cacd433a884aed5eb483f668019c65",
            "valueHash": "0x087833fa684270ff53fc684fea2644aab7f4cc9619eef3dd5008e18a31a0a5e2"
          }
        },
        "header": {
          "version": 2,
          "genesisHash": "0x7afd2837008cad6b8e21c10ad4a4b74516baf71629ed0462a5148906df56f04a",
          "epoch": 0,
          "height": 4,
          "parent": "0x7c73c2a2f731a0695508e8ee04777ae4d160220dd3f567f1e211dbb1a0e770e2",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0xdea8b273b0711b343df2b5ea3bef19648326a88329cb0a982f3842bba5e37f9a",
          "receiptsRoot": "0xf3dcb8c3481545012050f6db064faa7ee7b7917b73cd5e198cb0edf71eaf1e80",
          "stateRoot": "0xc762cf55c104156df29459d18a7784081e9de02054a829f106dcde24ad33ab06",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0xc25a2a14ace7e65cbcf316dc0f5dacbafa13ab23cd9bbb6cca6e12e43c5dee6e",
          "headerHash": "0x2418f4e559a01b0f88eddd21604c02db261983026c9e75bbf9c5097696f8f739",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x567ff3fc5a12a01706c978f7670ecd3e38ded975a8f026eeac6dbc87a1a4fd2705f3df785ff4543ed9a1b8f9194f02ff012359c64e8ccb93f5bb6f9a4a430c03"
            },
            {
              "signer": 1,
              "signature": "0x11aea997824be4d0729018063fe0e7e761c51b95d1e1f460e2b4980785a5faf1ae70713429ac74d2f327c8e10af8a4b8519a240e54127e6a6fc7922b7119c10d"
            },
            {
              "signer": 2,
              "signature": "0xa8c7de0161f6faae202e3e247698277a810d89711ce1354a29e4f9dae90b3acbc11c4fdcb387bc7b2427f92b65a9e80577128139661e27848fefbd0ed3848304"
            }
          ]
        }
      }
    }
  ],
  "consensus_getStanding": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "standing": "validator",
        "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f",
        "organization": "bank-a",
        "index": 0
      }
    }
  ],
  "consensus_getState": [
    {
      "name": "between two blocks",
      "params": {},
      "result": {
        "epoch": 0,
        "view": 0,
        "wants": 0,
        "inView": true,
        "primary": 0,
        "head": 4,
        "quorum": 3,
        "slots": [
          {
            "height": 5,
            "phase": "empty",
            "prepares": [],
            "commits": []
          }
        ]
      }
    }
  ],
  "consensus_getValidators": [
    {
      "name": "four",
      "params": {},
      "result": {
        "epoch": 0,
        "quorum": 3,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            },
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "addresses": [
              "127.0.0.1:10545"
            ]
          },
          {
            "index": 1,
            "organization": "bank-b",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            },
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "addresses": [
              "127.0.0.1:10546"
            ]
          },
          {
            "index": 2,
            "organization": "core-firm",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
            },
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "addresses": [
              "127.0.0.1:10547"
            ]
          },
          {
            "index": 3,
            "organization": "supplier",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
            },
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "addresses": [
              "127.0.0.1:10548"
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_listEpochs": [
    {
      "name": "from genesis on",
      "params": {},
      "result": {
        "items": [
          {
            "epoch": 0,
            "firstHeight": 1,
            "validators": [
              {
                "organization": "bank-a",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
                },
                "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
                "addresses": [
                  "127.0.0.1:10545"
                ]
              },
              {
                "organization": "bank-b",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
                },
                "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
                "addresses": [
                  "127.0.0.1:10546"
                ]
              },
              {
                "organization": "core-firm",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
                },
                "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
                "addresses": [
                  "127.0.0.1:10547"
                ]
              },
              {
                "organization": "supplier",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
                },
                "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
                "addresses": [
                  "127.0.0.1:10548"
                ]
              }
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getSignerStats": [
    {
      "name": "of the last blocks",
      "params": {},
      "result": {
        "height": 4,
        "fromHeight": 1,
        "windowMax": 1000,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 4,
            "viewsLost": 0
          },
          {
            "index": 1,
            "organization": "bank-b",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 2,
            "organization": "core-firm",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 3,
            "organization": "supplier",
            "signed": 0,
            "missed": 4,
            "lastSignedHeight": null,
            "proposed": 0,
            "viewsLost": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getEvidence": [
    {
      "name": "a validator that prepared twice",
      "params": {},
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [
          {
            "sequence": 1,
            "seenAtMs": 1760000002000,
            "culprit": 3,
            "organization": "supplier",
            "kind": "conflicting-prepare",
            "height": 2,
            "first": {
              "epoch": 0,
              "signer": 3,
              "signature": "0x6e9bfa6b07ba7029974e2bc87563ea3da8686080cc92b0e28d8b46f719021475f44d0150def8471f826f0cdcd73beadcac9078918eba40b21302e5f274b5e703",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
              }
            },
            "second": {
              "epoch": 0,
              "signer": 3,
              "signature": "0x5d5df7154446ab3eee931a3e5ec85bb7a3a7d2874f91bdb77482028fcb24cf1735d485f7a16e1d7c1392b29fc8111cb22dc9f27f9391d7aa7adaf1ed68ff5403",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
              }
            }
          }
        ],
        "onChain": [],
        "nextCursor": null
      }
    },
    {
      "name": "of a validator that did no wrong",
      "params": {
        "validator": 0,
        "limit": 10
      },
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [],
        "onChain": [],
        "nextCursor": null
      }
    }
  ],
  "consensus_getStatements": [
    {
      "name": "of an observer",
      "params": {
        "height": 1
      },
      "result": {
        "height": 1,
        "committed": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xe91ab5f3bb7d6132b4bafbb091b65e3293a9fb0ba09cc166cbc646a0ab4eb0ef",
          "headerHash": "0x3f9fb54589745f1f3617b0c088a4fdc876042d1bf68f308f35f8743ca4882639",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe2f6cd53e1efbeca688be96b4efbcaa857b340ec1e978bd6f0f9cf4c6d399dd706f1c15777497a3f4245accfe10f01b3f42eb0a1ddb371682f92f807fd099f03"
            },
            {
              "signer": 1,
              "signature": "0x5f691873039bd0c23d4f1049dd6911b90ddaf527fbb3a7a90ef6e224163aa3750e7fe2bc6c11ba7658b61d2349f080fc0cdac73036697a56a9a8082ab7f73a0c"
            },
            {
              "signer": 2,
              "signature": "0x7d8efe658285a35edc73ac56b844abef6d61c4b98384267d830b5c079bb1d2c701394e8ad9ec59ff1b19c37736764a837b701db83df1db503c6078af9166270e"
            }
          ]
        },
        "prepared": [],
        "newViews": [],
        "nextCursor": null
      }
    }
  ],
  "gov_listProposals": [
    {
      "name": "those that are open",
      "params": {
        "status": "open",
        "limit": 10
      },
      "result": {
        "height": 4,
        "items": [
          {
            "proposalId": "1",
            "proposer": "bank-a",
            "action": {
              "type": "activateModule",
              "name": "loyalty",
              "version": 1,
              "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
              "atHeight": 100000
            },
            "deadlineMs": 1761209600000,
            "yes": [
              "bank-a"
            ],
            "no": [],
            "status": "open",
            "note": "points for the members of the chain"
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "gov_getProposal": [
    {
      "name": "one that has been voted on",
      "params": {
        "proposalId": "1"
      },
      "result": {
        "height": 4,
        "proposal": {
          "proposalId": "1",
          "proposer": "bank-a",
          "action": {
            "type": "activateModule",
            "name": "loyalty",
            "version": 1,
            "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
            "atHeight": 100000
          },
          "deadlineMs": 1761209600000,
          "yes": [
            "bank-a"
          ],
          "no": [],
          "status": "open",
          "note": "points for the members of the chain"
        },
        "quorum": 3,
        "members": [
          {
            "organization": "bank-a",
            "partyId": "bank-a"
          },
          {
            "organization": "bank-b",
            "partyId": "bank-b"
          },
          {
            "organization": "core-firm",
            "partyId": "shunhe"
          },
          {
            "organization": "supplier",
            "partyId": "nanhai"
          }
        ]
      }
    }
  ],
  "member_list": [
    {
      "name": "the first page",
      "params": {
        "limit": 2
      },
      "result": {
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            }
          }
        ],
        "nextCursor": "2"
      }
    },
    {
      "name": "banks",
      "params": {
        "role": "bank",
        "height": "latest"
      },
      "result": {
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            }
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "member_get": [
    {
      "name": "a bank that runs a validator",
      "params": {
        "organization": "bank-a"
      },
      "result": {
        "height": 4,
        "member": {
          "organization": "bank-a",
          "party": {
            "name": "Demo Bank A",
            "country": "CN",
            "uscc": "91440600MADEMBKA11",
            "bic": "DEMACNB0XXX",
            "roles": [
              "bank",
              "clearing-bank"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "active": true,
            "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
            "registeredAtMs": 1760000000000,
            "operators": 2
          },
          "validator": {
            "index": 0,
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
          }
        }
      }
    }
  ],
  "net_peers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "organization": "bank-b",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546/p2p/12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "organization": "core-firm",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547/p2p/12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "organization": "supplier",
            "connected": false,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548/p2p/12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "net_info": [
    {
      "name": "two of three connected",
      "params": {},
      "result": {
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "version": "0.1.0",
        "listen": [
          "/ip4/127.0.0.1/tcp/10545/p2p/12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr"
        ],
        "protocols": [
          "/hanse/7afd2837008cad6b/control/1",
          "/hanse/7afd2837008cad6b/consensus/1",
          "/hanse/7afd2837008cad6b/transactions/1",
          "/hanse/7afd2837008cad6b/sync/1"
        ],
        "peers": {
          "allowed": 3,
          "connected": 2
        },
        "limits": {
          "frameBytesMax": {
            "consensus": 1048576,
            "transactions": 1048576,
            "sync": 4194304
          },
          "receiveBytesPerSecondMax": 33554432,
          "sendBytesPerSecondMax": 25165824,
          "pendingInboundMax": 128,
          "inboundPerHostPerSecondMax": 100
        },
        "totals": {
          "bytesIn": 3000,
          "bytesOut": 6000,
          "framesIn": 30,
          "framesOut": 60,
          "reconnects": 0
        }
      }
    }
  ]
}
export const ADMIN_EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node, administration",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST /, for this machine alone and with the token of the node’s home. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "admin_getLogLevel": [
    {
      "name": "as configured",
      "params": {},
      "result": {
        "level": "info"
      }
    }
  ],
  "admin_setLogLevel": [
    {
      "name": "more",
      "params": {
        "level": "debug"
      },
      "result": {
        "level": "debug",
        "before": "info"
      }
    },
    {
      "name": "back",
      "params": {
        "level": "info"
      },
      "result": {
        "level": "info",
        "before": "debug"
      }
    }
  ],
  "admin_listPeers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWTest1",
            "organization": "bank-b",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest2",
            "organization": "core-firm",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest3",
            "organization": "supplier",
            "connected": false,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_disconnectPeer": [
    {
      "name": "for a minute",
      "params": {
        "peer": "bank-b",
        "banMs": 60000
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": false,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0,
        "bannedUntilMs": 1760000060010
      }
    }
  ],
  "admin_connectPeer": [
    {
      "name": "again",
      "params": {
        "peer": "bank-b"
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    },
    {
      "name": "at another address",
      "params": {
        "peer": "core-firm",
        "addresses": [
          "127.0.0.1:10547"
        ]
      },
      "result": {
        "peerId": "12D3KooWTest2",
        "organization": "core-firm",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10547"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    }
  ],
  "admin_createApiKey": [
    {
      "name": "without an end",
      "params": {
        "organization": "bank-b",
        "label": "erp"
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000001",
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "active",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010
      }
    },
    {
      "name": "for an hour",
      "params": {
        "organization": "core-firm",
        "expiresAtMs": 1760003600010
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000002",
        "id": "b0e75d5aa9332a1d",
        "organization": "core-firm",
        "source": "admin",
        "state": "active",
        "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
        "createdAtMs": 1760000000010,
        "expiresAtMs": 1760003600010
      }
    }
  ],
  "admin_listApiKeys": [
    {
      "name": "two",
      "params": {},
      "result": {
        "items": [
          {
            "id": "1d664ee23950706d",
            "organization": "bank-b",
            "label": "erp",
            "source": "admin",
            "state": "active",
            "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
            "createdAtMs": 1760000000010
          },
          {
            "id": "b0e75d5aa9332a1d",
            "organization": "core-firm",
            "source": "admin",
            "state": "active",
            "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
            "createdAtMs": 1760000000010,
            "expiresAtMs": 1760003600010
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_revokeApiKey": [
    {
      "name": "at once",
      "params": {
        "id": "1d664ee23950706d"
      },
      "result": {
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "revoked",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010,
        "revokedAtMs": 1760000000010
      }
    }
  ],
  "admin_createSnapshot": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "kind": "snapshot",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ],
  "admin_getJob": [
    {
      "name": "under way",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "running",
          "startedAtMs": 1700000000000,
          "step": "writing chunks",
          "done": 3,
          "total": 25
        }
      }
    },
    {
      "name": "done",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "done",
          "startedAtMs": 1700000000000,
          "endedAtMs": 1700000000900,
          "step": "writing chunks",
          "done": 3,
          "total": 25,
          "folder": "/srv/hanse/data/snapshots/1200",
          "height": 1200,
          "sizeBytes": 8000000
        }
      }
    }
  ],
  "admin_listSnapshots": [
    {
      "name": "one",
      "params": {},
      "result": {
        "items": [
          {
            "folder": "/srv/hanse/data/snapshots/1200",
            "height": 1200,
            "sizeBytes": 8000000,
            "createdAtMs": 1700000000000
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_createBackup": [
    {
      "name": "with the keys",
      "params": {
        "keys": true
      },
      "result": {
        "kind": "backup",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ]
}
