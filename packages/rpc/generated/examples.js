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
        "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
        "name": "hanse-devnet",
        "organization": "bank-a",
        "role": "validator",
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "modules": [
          {
            "name": "organizations",
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
        "headTime": 1760000003000,
        "lag": 0,
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
        "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
        "genesis": {
          "version": 1,
          "chainId": 20260,
          "name": "hanse-devnet",
          "timeMs": 1760000000000,
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
        "hash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xc1d61e5bbdef9cd969312b084e7dd18a374c606e2e26a06588f18135bf265dba",
          "headerHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x88285fd5ebb6890b249ea1c9534417aa6e882358c081562ac1bfe66f4bedafb0fdc0a0446370caa3f8921f4c7335cdf588fad3094aed2e387a4d358307433c01"
            },
            {
              "signer": 1,
              "signature": "0x4ed67f696b1c8a24ece20f45b1577b0884221c3b9e1c74bbf22f5247e16e019ed6080ebb2a5cf4331665890f9af6f9110566de8366b89a55d2fb1f9f99e0530f"
            },
            {
              "signer": 2,
              "signature": "0xda4487e82af7742772774db6b8d1dd9e44d52a4cd878e763a359fecd8d9ecc5440c2673b8e92c5170b6d76fdb4a1f204b8fa5bc5fb03420bd95b036d9ad80905"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b"
        ],
        "transactions": [
          {
            "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
            "body": {
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
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
            "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40033dfdeef0a8483dd7a05c8fb777565b318fc6acf73a5043adcc1cc0bd5b4234045ee7d7333716e18355abf6df934188bfad69ee7b2fcfc0f64e5f27114d1804"
          }
        ],
        "receipts": [
          {
            "txId": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
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
        "hash": "0x65de402f5584f23c65cdcd91f565066fbe42d65d55e3591486b05cf2126541f6",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 3,
          "parent": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0x19760504822c5d3882301163e5d3ff6cef2a2c396731b5d8cc80a23bfb732567",
          "receiptsRoot": "0x83f360f667499a3cfe54f9ef1e7d7ea2ce705ac83193328fa3b23127f1298778",
          "stateRoot": "0x2dda37578c13db9f4afdbeda4754df0c476c47e8d56b1e40627047280125c031",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0x79fc8e3d3f67291090a195bf12247e84018f70fb3477dc0ee4fef27ba1fa7205",
          "headerHash": "0x65de402f5584f23c65cdcd91f565066fbe42d65d55e3591486b05cf2126541f6",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xc642bbcf97ef50b9e14b089b095854032dd7fd61808c1f966ba652f9390b44be5826055b544f97f2cbde3f9df22aa51d24a9ecffc4f6868daef1408caf1cb40c"
            },
            {
              "signer": 1,
              "signature": "0x14a5d6bbb459326a1817c9a9259f21ae2381c5bc8d94738a161a3206098255982d27ccfe23e8c7abab9251f99b087875b6dde5063dfbed97ea3a7eb9d5c3d20e"
            },
            {
              "signer": 2,
              "signature": "0x98e9d19e18e4877775f7e7d56f7d9c34262bd458b8773cfe734e497f3934989f662f49225062d4b298bfc0ecc007e4ac20e433c468cc84ebddd99fce8f465d0f"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0xab92b019379235c87f619b29a3a7376d224c0e404e741790175ff93645ce9737"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242"
      },
      "result": {
        "hash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
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
        "hash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
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
        "hash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
        "height": 1,
        "header": {
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xc1d61e5bbdef9cd969312b084e7dd18a374c606e2e26a06588f18135bf265dba",
          "headerHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x88285fd5ebb6890b249ea1c9534417aa6e882358c081562ac1bfe66f4bedafb0fdc0a0446370caa3f8921f4c7335cdf588fad3094aed2e387a4d358307433c01"
            },
            {
              "signer": 1,
              "signature": "0x4ed67f696b1c8a24ece20f45b1577b0884221c3b9e1c74bbf22f5247e16e019ed6080ebb2a5cf4331665890f9af6f9110566de8366b89a55d2fb1f9f99e0530f"
            },
            {
              "signer": 2,
              "signature": "0xda4487e82af7742772774db6b8d1dd9e44d52a4cd878e763a359fecd8d9ecc5440c2673b8e92c5170b6d76fdb4a1f204b8fa5bc5fb03420bd95b036d9ad80905"
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
            "hash": "0x65de402f5584f23c65cdcd91f565066fbe42d65d55e3591486b05cf2126541f6",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 1,
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
              "epoch": 0,
              "height": 3,
              "parent": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0x19760504822c5d3882301163e5d3ff6cef2a2c396731b5d8cc80a23bfb732567",
              "receiptsRoot": "0x83f360f667499a3cfe54f9ef1e7d7ea2ce705ac83193328fa3b23127f1298778",
              "stateRoot": "0x2dda37578c13db9f4afdbeda4754df0c476c47e8d56b1e40627047280125c031",
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
            "hash": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 1,
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
              "epoch": 0,
              "height": 2,
              "parent": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0x8fea478287c46f105fec145ce4a11335d70dfcc7703e319215ee025c2c4155af",
              "receiptsRoot": "0xfd38e0e91f746288e9a59e950fd2a3cf76f14c68da2126b2217e3eac70480cf5",
              "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
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
            "hash": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 1,
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0xbffd6365106ca05242e6f0f473fa22b44a3f1ffde81d83fe4ab299c51952e508",
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
            "hash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 1,
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
              "epoch": 0,
              "height": 1,
              "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
              "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
              "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
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
            "hash": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 1,
              "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
              "epoch": 0,
              "height": 2,
              "parent": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0x8fea478287c46f105fec145ce4a11335d70dfcc7703e319215ee025c2c4155af",
              "receiptsRoot": "0xfd38e0e91f746288e9a59e950fd2a3cf76f14c68da2126b2217e3eac70480cf5",
              "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
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
        "body": "0x0a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f31ab17d58e6b3861e2b91b9ca465608aa7cf11d73b97e6ae33f22a77294928038c",
        "hash": "0xab17d58e6b3861e2b91b9ca465608aa7cf11d73b97e6ae33f22a77294928038c",
        "preview": {
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
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
        "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406fdb3a4072e28f74c809d0d4c71f42b51fb1029905040bbbcf890a1e368087fbeb6230dfbab8c898f038d6e50cfd049094d8c56b63307bd2c62e2d9429b4350e"
      },
      "result": {
        "hash": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
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
        "hash": "0xe9c1a07a932b6462840c64058b2f382b605ac9e7deba3e5bcea83a234a01bc3f",
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
        "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406fdb3a4072e28f74c809d0d4c71f42b51fb1029905040bbbcf890a1e368087fbeb6230dfbab8c898f038d6e50cfd049094d8c56b63307bd2c62e2d9429b4350e"
      },
      "result": {
        "hash": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406fdb3a4072e28f74c809d0d4c71f42b51fb1029905040bbbcf890a1e368087fbeb6230dfbab8c898f038d6e50cfd049094d8c56b63307bd2c62e2d9429b4350e"
      },
      "result": {
        "hash": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
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
            "hash": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
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
            "hash": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
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
        "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40a2b7b0bb55a56d379a0acf30c701088b2c1c00f9599e56c35a7c28fa9cc18ee5f4c3049a57848414f560609bd4d2285f2b1005a58b0ffad2c293b499f2d5b903",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0x8febda556e79b62a7e61ce8b6707b618fe8ff13b6e393d313bf84c4de7785bb4",
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
        "blockHash": "0xd7557fe2eae8a89df8a7122b14938361fa9d193d9c5e7f4ee02bbdf9da87d368",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b"
      },
      "result": {
        "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
        "status": "final",
        "transaction": {
          "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
          "body": {
            "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
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
          "raw": "0x0801129b010a20193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40033dfdeef0a8483dd7a05c8fb777565b318fc6acf73a5043adcc1cc0bd5b4234045ee7d7333716e18355abf6df934188bfad69ee7b2fcfc0f64e5f27114d1804"
        },
        "receipt": {
          "txId": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
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
          "blockHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
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
        "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b"
      },
      "result": {
        "txId": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
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
        "blockHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0xc7b2c5d6c1e28d8ce315be3d27608782b7aa3bd3407475f15a6c4ac936da19e4",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0xc7b2c5d6c1e28d8ce315be3d27608782b7aa3bd3407475f15a6c4ac936da19e4",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "events": [],
        "height": 2,
        "blockHash": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b"
      },
      "result": {
        "id": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
        "height": 1,
        "receipt": {
          "txId": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
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
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xc1d61e5bbdef9cd969312b084e7dd18a374c606e2e26a06588f18135bf265dba",
          "headerHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x88285fd5ebb6890b249ea1c9534417aa6e882358c081562ac1bfe66f4bedafb0fdc0a0446370caa3f8921f4c7335cdf588fad3094aed2e387a4d358307433c01"
            },
            {
              "signer": 1,
              "signature": "0x4ed67f696b1c8a24ece20f45b1577b0884221c3b9e1c74bbf22f5247e16e019ed6080ebb2a5cf4331665890f9af6f9110566de8366b89a55d2fb1f9f99e0530f"
            },
            {
              "signer": 2,
              "signature": "0xda4487e82af7742772774db6b8d1dd9e44d52a4cd878e763a359fecd8d9ecc5440c2673b8e92c5170b6d76fdb4a1f204b8fa5bc5fb03420bd95b036d9ad80905"
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
            "hash": "0x8febda556e79b62a7e61ce8b6707b618fe8ff13b6e393d313bf84c4de7785bb4",
            "height": 4,
            "blockHash": "0xd7557fe2eae8a89df8a7122b14938361fa9d193d9c5e7f4ee02bbdf9da87d368",
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
            "hash": "0xc7b2c5d6c1e28d8ce315be3d27608782b7aa3bd3407475f15a6c4ac936da19e4",
            "height": 2,
            "blockHash": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
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
            "hash": "0xc7b2c5d6c1e28d8ce315be3d27608782b7aa3bd3407475f15a6c4ac936da19e4",
            "height": 2,
            "blockHash": "0x240684dca6452b07383029b38da6be14347f1c54dc9d438db1349863fff62c54",
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
            "txId": "0xd7e528192886ef15c7fac9559b8c4cf66c5ca99e3cb2815a390a795ef3942b2b",
            "height": 1,
            "blockHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
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
            "txId": "0x188f92b47bdd687680edee1187b8754060f4b40690f4131064660361c15f717c",
            "height": 4,
            "blockHash": "0xd7557fe2eae8a89df8a7122b14938361fa9d193d9c5e7f4ee02bbdf9da87d368",
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
            "txId": "0x8febda556e79b62a7e61ce8b6707b618fe8ff13b6e393d313bf84c4de7785bb4",
            "height": 4,
            "blockHash": "0xd7557fe2eae8a89df8a7122b14938361fa9d193d9c5e7f4ee02bbdf9da87d368",
            "timeMs": 1760000003001,
            "index": 1
          }
        ],
        "nextCursor": null,
        "complete": true,
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
            "0xab1c265dd3ba3ec6af497b6c7a2ea963186e0b8352d209eee15ada3b7fc6bbed",
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
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 1,
          "parent": "0x2a1904b52f7761a80c56a2b8e28cf465ebfe58571e8e3517c9f5edf62f829a41",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xb5c6531da687b61a5cf6f652aeb10c94a5a2c545460af0131f239da56fdbaca1",
          "receiptsRoot": "0x64bf370aa4f0f7bf087332908b14f91a887cfb7276bb10ae154f049b2ea84d4a",
          "stateRoot": "0x34c418301da9c6ddf462b999401432694f98199407789d294417c56628c9e72d",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xc1d61e5bbdef9cd969312b084e7dd18a374c606e2e26a06588f18135bf265dba",
          "headerHash": "0x7f7a962b7ec07182140648f78641091c5e47f08b656137f7df7c21a025c0e242",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x88285fd5ebb6890b249ea1c9534417aa6e882358c081562ac1bfe66f4bedafb0fdc0a0446370caa3f8921f4c7335cdf588fad3094aed2e387a4d358307433c01"
            },
            {
              "signer": 1,
              "signature": "0x4ed67f696b1c8a24ece20f45b1577b0884221c3b9e1c74bbf22f5247e16e019ed6080ebb2a5cf4331665890f9af6f9110566de8366b89a55d2fb1f9f99e0530f"
            },
            {
              "signer": 2,
              "signature": "0xda4487e82af7742772774db6b8d1dd9e44d52a4cd878e763a359fecd8d9ecc5440c2673b8e92c5170b6d76fdb4a1f204b8fa5bc5fb03420bd95b036d9ad80905"
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
            "0xa3549dedd8649d15363fd7216dca800a2a0c2b6fa1dbf9727f0743651cc0137c",
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
          "version": 1,
          "genesisHash": "0x193b70d905c2c1b56e7a123c1db7e2d54a12123a8f0ad2623aa3f4e148bc26ab",
          "epoch": 0,
          "height": 4,
          "parent": "0x65de402f5584f23c65cdcd91f565066fbe42d65d55e3591486b05cf2126541f6",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0x482be1d842bd194580656c024b15c7f7bd0bb8e27f10e7798bfccdd8deca2a48",
          "receiptsRoot": "0xab35b73eacf567c7b0b9f75ecd7dad6cad31b08f6a255d1a0fd268ec32c177ce",
          "stateRoot": "0xbc9ecca4d9fbde3e05fb801011e9ca242fb4f560edde29bf9393514bfddb59da",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0x53d80584d2629d931fbe41e070a4480d7028c4e62e3bc7381b29da45d5edc07e",
          "headerHash": "0xd7557fe2eae8a89df8a7122b14938361fa9d193d9c5e7f4ee02bbdf9da87d368",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xe1b9eb846d4a60aa03b6bba36acb4cda1255275e05171d0e099252dbfb126db9c45c4a26c7e97e1ef0a7c27d46da188bb2a6e49ecc6f42c862877494c1531a0d"
            },
            {
              "signer": 1,
              "signature": "0xbd9fca4baa41262920d377b56e4f8c214789a291da7320cb4dc8a231113d71f58a704b084a442afaa420c540d99f15c62d80e452f52b155e009a1e36b9693708"
            },
            {
              "signer": 2,
              "signature": "0xd8cbfd9d18249f80e7b09d31f2cce6ab7455ecbb90696e7333dc3cb82b3615c7c7708f4699027a196d6fc891bbff28b40cce6b18f921c036243652bcf0ad190e"
            }
          ]
        }
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
              "signature": "0xba461a0e66828d122b016117118cb380822ba9e002126dc028864f4df879d7bdde897c31827d324dcb881704a27722a6614b963e3d67501efb8babb5bddb3008",
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
              "signature": "0x0349ce114785139e53c4613b8d6bff8731523344c02ec684f2d5fd5f9497857c9279a152a79126e367a20c98ffd8e2f17a83be99fdf39add931bd9c299b5dd08",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
              }
            }
          }
        ],
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
          "/hanse/193b70d905c2c1b5/control/1",
          "/hanse/193b70d905c2c1b5/consensus/1",
          "/hanse/193b70d905c2c1b5/transactions/1",
          "/hanse/193b70d905c2c1b5/sync/1"
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
  ]
}
