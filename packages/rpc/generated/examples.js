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
        "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
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
        "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
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
                        "core"
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
                        "supplier"
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
        "hash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x44e0a9b206448b442a32a37b3d5a994546c4ca0ed831897a56bfdf72077686c1",
          "headerHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x4b3aace49e171617476bf01f379840511c391b456399f217b2e19df1d4446c6230ff8eedb7ba3a4caeb1112257f57ced34428e3542d38def0883c5f74a6a2209"
            },
            {
              "signer": 1,
              "signature": "0x5e3a57c12502ac8010c7897c0b5bf7e52813e7f117590a1d8565597476663c81f26f3016f8a349fc4efcdc26f96ad911ca844171d83dbe5ce00a066126c2cb05"
            },
            {
              "signer": 2,
              "signature": "0xd388f517a6f0f348bcb91a9fa9bf565cabdf4bee8e1e255530902d8e9ec4b2a88a310c41ed25f68d2f592050397e9143e03dc5f877ed88b56e9ed8b9ba165c06"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88"
        ],
        "transactions": [
          {
            "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
            "body": {
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
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
            "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40eb316a44dc5c2391c0d5b3c4f1d6e6e2633c5be304eea643904125ac52e8e4f710326590e28663468abc6b8ea2693a5437caf6b95c1a1e9da6ab8af28422e100"
          }
        ],
        "receipts": [
          {
            "txId": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
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
        "hash": "0x4c5f392e123645e5c894de4676b222bb11857adfcf1d453a6ce63c1ea3d42e69",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 3,
          "parent": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0xba0f8b0c9400873bc0a509045d248fef727ace9cf1fe020d0427851c44d41089",
          "receiptsRoot": "0x407647fd51bebc31c329f10d7f5f43baac38c347b868b60561acf9cfbf1ae861",
          "stateRoot": "0x1793ce53e149116c00dfc80b41b8bf4e2412745401da926df0ffbaa67ed896ef",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0x05115d04320e35ae0a0eeb8e1ceb2e60bbb6c743ff2e326c6ea7f755ac92ea7d",
          "headerHash": "0x4c5f392e123645e5c894de4676b222bb11857adfcf1d453a6ce63c1ea3d42e69",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xd9f2bcbca276ae24ac53a1f68a34335e81cfb1f42d262df59964233f03b055b519fcbae48f37e8771d094a6686969700c0642bbf524e72fe20d4e273712d1704"
            },
            {
              "signer": 1,
              "signature": "0x7a85c16b8b2d7e54de82dc7e4fff947a94561cc01b1ed61855dde243ed170bcf69f83f8d2946b09d3e49218d07af45abbf319d563053b162aa71e862d715fb02"
            },
            {
              "signer": 2,
              "signature": "0x2b67619a8ac67c1ac6d10122c51a3ff9955f5d52288a5ccfa106407593dfa39df0220d27e5cdf3f08fd4ad80146970dee5338bd07af258ca80bd9df765d02700"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0xb7aea3c3ef82b38bd4513eb5015dea096688929387f433d754b80d3c627c96e4"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff"
      },
      "result": {
        "hash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
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
        "hash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
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
        "hash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
        "height": 1,
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x44e0a9b206448b442a32a37b3d5a994546c4ca0ed831897a56bfdf72077686c1",
          "headerHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x4b3aace49e171617476bf01f379840511c391b456399f217b2e19df1d4446c6230ff8eedb7ba3a4caeb1112257f57ced34428e3542d38def0883c5f74a6a2209"
            },
            {
              "signer": 1,
              "signature": "0x5e3a57c12502ac8010c7897c0b5bf7e52813e7f117590a1d8565597476663c81f26f3016f8a349fc4efcdc26f96ad911ca844171d83dbe5ce00a066126c2cb05"
            },
            {
              "signer": 2,
              "signature": "0xd388f517a6f0f348bcb91a9fa9bf565cabdf4bee8e1e255530902d8e9ec4b2a88a310c41ed25f68d2f592050397e9143e03dc5f877ed88b56e9ed8b9ba165c06"
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
            "hash": "0x4c5f392e123645e5c894de4676b222bb11857adfcf1d453a6ce63c1ea3d42e69",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 2,
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
              "epoch": 0,
              "height": 3,
              "parent": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0xba0f8b0c9400873bc0a509045d248fef727ace9cf1fe020d0427851c44d41089",
              "receiptsRoot": "0x407647fd51bebc31c329f10d7f5f43baac38c347b868b60561acf9cfbf1ae861",
              "stateRoot": "0x1793ce53e149116c00dfc80b41b8bf4e2412745401da926df0ffbaa67ed896ef",
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
            "hash": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
              "epoch": 0,
              "height": 2,
              "parent": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xde6abc04f2f94d35b359412a729800feede15bb0f5dd15aae710e7214a2d5f29",
              "receiptsRoot": "0xf7f04630c5f15566c894337b84558ed3fd32ac1125de3b00cfbb867239903d07",
              "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
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
            "hash": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 2,
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0xa3989aeed656f118084a1dc048b14d2178b31bae48a34e180ebabd7e129816c9",
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
            "hash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 2,
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
              "epoch": 0,
              "height": 1,
              "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
              "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
              "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
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
            "hash": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
              "epoch": 0,
              "height": 2,
              "parent": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xde6abc04f2f94d35b359412a729800feede15bb0f5dd15aae710e7214a2d5f29",
              "receiptsRoot": "0xf7f04630c5f15566c894337b84558ed3fd32ac1125de3b00cfbb867239903d07",
              "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
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
        "body": "0x0a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f31dfe2a074299364d3a13324d5c4f0ae95fe7f46871c4f79e15961580360d4463e",
        "hash": "0xdfe2a074299364d3a13324d5c4f0ae95fe7f46871c4f79e15961580360d4463e",
        "preview": {
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
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
        "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4029a83f3c9c45e8ae7b27656f26dd48a56f2f4dc8f0ee9fc19d18360fbb6601c8214bb1397be9b18169ef16632867151d66a1df8b29feab81721d8283ad4b5409"
      },
      "result": {
        "hash": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
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
        "hash": "0x0ba470f95280dd04d3fd7adc0f3b04ce0e1ff8a7f7a0b23eeaa666678cb6127f",
        "height": 3,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "rejection": {
          "code": "settlement/insufficient-funds",
          "message": "bank-a holds 99998500.00 CNY, 9999999999999.99 CNY are needed (ISO 20022 AM04)",
          "hint": "See the query `balance`; let the issuer mint, or receive money first.",
          "path": "amount"
        },
        "events": []
      }
    }
  ],
  "tx_send": [
    {
      "name": "new",
      "params": {
        "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4029a83f3c9c45e8ae7b27656f26dd48a56f2f4dc8f0ee9fc19d18360fbb6601c8214bb1397be9b18169ef16632867151d66a1df8b29feab81721d8283ad4b5409"
      },
      "result": {
        "hash": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4029a83f3c9c45e8ae7b27656f26dd48a56f2f4dc8f0ee9fc19d18360fbb6601c8214bb1397be9b18169ef16632867151d66a1df8b29feab81721d8283ad4b5409"
      },
      "result": {
        "hash": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
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
            "hash": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
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
            "hash": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
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
        "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4009ddcedd507c58e22d06264a548c6aa7953232043727a24d194df2424158092a4edf9660db5a1c428b419701424e49d3438036061a70b89abdf841341233300d",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0x0cf74e1c0d050e1439c629093247e161cb062408c04031c62e3fcd9167e9afbe",
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
        "blockHash": "0xa12dc518fda115e945227fc76a55fb94922cec46826737e9fed6a3d6954ac611",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88"
      },
      "result": {
        "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
        "status": "final",
        "transaction": {
          "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
          "body": {
            "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
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
          "raw": "0x0801129b010a206f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e12210a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40eb316a44dc5c2391c0d5b3c4f1d6e6e2633c5be304eea643904125ac52e8e4f710326590e28663468abc6b8ea2693a5437caf6b95c1a1e9da6ab8af28422e100"
        },
        "receipt": {
          "txId": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
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
          "blockHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
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
        "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88"
      },
      "result": {
        "txId": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
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
        "blockHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0x1c237632c64ea797e17f4f68bea0aec0117752529392e2a123a858888b32ef67",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0x1c237632c64ea797e17f4f68bea0aec0117752529392e2a123a858888b32ef67",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "events": [],
        "height": 2,
        "blockHash": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88"
      },
      "result": {
        "id": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
        "height": 1,
        "receipt": {
          "txId": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
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
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x44e0a9b206448b442a32a37b3d5a994546c4ca0ed831897a56bfdf72077686c1",
          "headerHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x4b3aace49e171617476bf01f379840511c391b456399f217b2e19df1d4446c6230ff8eedb7ba3a4caeb1112257f57ced34428e3542d38def0883c5f74a6a2209"
            },
            {
              "signer": 1,
              "signature": "0x5e3a57c12502ac8010c7897c0b5bf7e52813e7f117590a1d8565597476663c81f26f3016f8a349fc4efcdc26f96ad911ca844171d83dbe5ce00a066126c2cb05"
            },
            {
              "signer": 2,
              "signature": "0xd388f517a6f0f348bcb91a9fa9bf565cabdf4bee8e1e255530902d8e9ec4b2a88a310c41ed25f68d2f592050397e9143e03dc5f877ed88b56e9ed8b9ba165c06"
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
            "hash": "0x0cf74e1c0d050e1439c629093247e161cb062408c04031c62e3fcd9167e9afbe",
            "height": 4,
            "blockHash": "0xa12dc518fda115e945227fc76a55fb94922cec46826737e9fed6a3d6954ac611",
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
            "hash": "0x1c237632c64ea797e17f4f68bea0aec0117752529392e2a123a858888b32ef67",
            "height": 2,
            "blockHash": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
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
            "hash": "0x1c237632c64ea797e17f4f68bea0aec0117752529392e2a123a858888b32ef67",
            "height": 2,
            "blockHash": "0xafec7c662c8175330446a86faf1d5e6c8bb1cc64129fb680117d3f61aa132eec",
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
            "txId": "0xd43543827698fc154e4a8c51ea9c317d801ccc4a32f4b88edda90c5bdc185f88",
            "height": 1,
            "blockHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
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
            "txId": "0x35d33dc7fb7de0e64e8a921e4402fe459dc7234f693487e7a7c10c1855c01ce2",
            "height": 4,
            "blockHash": "0xa12dc518fda115e945227fc76a55fb94922cec46826737e9fed6a3d6954ac611",
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
            "txId": "0x0cf74e1c0d050e1439c629093247e161cb062408c04031c62e3fcd9167e9afbe",
            "height": 4,
            "blockHash": "0xa12dc518fda115e945227fc76a55fb94922cec46826737e9fed6a3d6954ac611",
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
            "0x2f3fec9e0490883d1fc1e08a9bacd8bb7db6a5d2d595bd6395fe271711301716",
            "0xb2919464e7d6eab7794b57de1daef12e9ebf643ea1e1169dd324251d53e63b22",
            "0x40da63f8c6448c7c2f8a63e466fe544e168edeff7cb435ec19109343f4684f2e",
            "0x1afc9376c54a75a07cfbc8e0de4b65aec88877dca3ab2ea21ad326580a18d5b4",
            "0xd1c3d3df47e6d654cf1619932d4edca18e9b26e8d685be1e6bba7f89af090427",
            "0xe8d7ea5918f49d55c71b6a615d27f5b6fda5bfd560e0556f4ddc76fa031a5717",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0x01d713f3246cc8141f019f7597c521c6dfe49786b2689ef0a294ed1be75abfca"
          ]
        },
        "header": {
          "version": 2,
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 1,
          "parent": "0xe88ae4b880afbf241e9d2d7583901d5f878bf398d4664ef10948ecea49401da2",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xdbe87af6849bad0f54e70510507458c0139551ef9cc92d1fadd82eb14c68a345",
          "receiptsRoot": "0xf0b2d44408a0310633fa452fac5f59115cd0080db2ff51e1b801296ad31e8c9d",
          "stateRoot": "0x006c2a5e6baa39dd574a5cc55b412a7c3b35a85f6f3274419ae783625d62c592",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x44e0a9b206448b442a32a37b3d5a994546c4ca0ed831897a56bfdf72077686c1",
          "headerHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x4b3aace49e171617476bf01f379840511c391b456399f217b2e19df1d4446c6230ff8eedb7ba3a4caeb1112257f57ced34428e3542d38def0883c5f74a6a2209"
            },
            {
              "signer": 1,
              "signature": "0x5e3a57c12502ac8010c7897c0b5bf7e52813e7f117590a1d8565597476663c81f26f3016f8a349fc4efcdc26f96ad911ca844171d83dbe5ce00a066126c2cb05"
            },
            {
              "signer": 2,
              "signature": "0xd388f517a6f0f348bcb91a9fa9bf565cabdf4bee8e1e255530902d8e9ec4b2a88a310c41ed25f68d2f592050397e9143e03dc5f877ed88b56e9ed8b9ba165c06"
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
            "0x473169deec478dbf6292dbe23228eb734b66148e316c4f5b9bb1d854f3c9919f",
            "0x2f739502679de26de4cc2b0f42b2a0e70712ef0d52a827fb64482babef15bb56",
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
          "genesisHash": "0x6f472f9fc6114828773ced238b9fead99bec3f41192c55c06ca4294dd107e122",
          "epoch": 0,
          "height": 4,
          "parent": "0x4c5f392e123645e5c894de4676b222bb11857adfcf1d453a6ce63c1ea3d42e69",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0x51eaf18f87e6e1ee8783bf4a00c2482f59b991c96fca90cf0d81dc390d437b72",
          "receiptsRoot": "0x84491dd7320b1590fc36150858280017fcb76e604f7c74fa1c3294c434fa4a7c",
          "stateRoot": "0xee3c1d3e311782531b9ec193f4cb2a8343469d8102e083ed2a8dc46baa64205d",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0x448614540d69647cdcc0507cb7fc2dfee4169f26d5b02afca9c2816565a45e6f",
          "headerHash": "0xa12dc518fda115e945227fc76a55fb94922cec46826737e9fed6a3d6954ac611",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x79c496faabdfd9a3d0b780b026b88c83818e2b830942073b45b4e4a7020299add4e9d06b6a35887092f3d80bc1a3a53978c745e0df5e8fafd10877ddc2b03604"
            },
            {
              "signer": 1,
              "signature": "0xad8f50821c3a2b41d4713146edf96c1e1d17e8a5083fc9bcd65964f00cbab584dc9038f714f810a4cbc3c55b5f5914ff751ec01de11c5daef3cc5e3b88824202"
            },
            {
              "signer": 2,
              "signature": "0x1dd3f10bd64a23c4eef163827968dcf26c96d4fa83091903756f80dd7947466ed75ebf9b5c885d291fba0f4193d5252fe71736609ba6811807a1a2f7c7bb9d0d"
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
              "signature": "0x79d946425d452ff8b79b9bfc8ac89aaa76352f4cfc05df8c635fd1c9d06f6a9b9ac7029aa042a077de0e26075a94c92c5db903d5f9e049727ba4a2e753eae304",
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
              "signature": "0xee79f4a9b02040aa51bfa3c82e6114761afa27b0ea962e0cfee8d0e6a71eb3a8b7628f0cf17b47344ad8b59368f4fa2418076941ca7e6633c3f4abafcd3a7d09",
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
          "digest": "0x44e0a9b206448b442a32a37b3d5a994546c4ca0ed831897a56bfdf72077686c1",
          "headerHash": "0xef5ebe8f73f528f4f1e05e815c0e2d2ddca3c62e341cc154217e8216d875d8ff",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x4b3aace49e171617476bf01f379840511c391b456399f217b2e19df1d4446c6230ff8eedb7ba3a4caeb1112257f57ced34428e3542d38def0883c5f74a6a2209"
            },
            {
              "signer": 1,
              "signature": "0x5e3a57c12502ac8010c7897c0b5bf7e52813e7f117590a1d8565597476663c81f26f3016f8a349fc4efcdc26f96ad911ca844171d83dbe5ce00a066126c2cb05"
            },
            {
              "signer": 2,
              "signature": "0xd388f517a6f0f348bcb91a9fa9bf565cabdf4bee8e1e255530902d8e9ec4b2a88a310c41ed25f68d2f592050397e9143e03dc5f877ed88b56e9ed8b9ba165c06"
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
          "/hanse/6f472f9fc6114828/control/1",
          "/hanse/6f472f9fc6114828/consensus/1",
          "/hanse/6f472f9fc6114828/transactions/1",
          "/hanse/6f472f9fc6114828/sync/1"
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
