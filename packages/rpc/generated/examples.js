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
        "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
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
        "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
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
        "hash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xb69f1b8657654b819d7459d2e1b354253c8533b2c1b4230133abb1b7f14c01d6",
          "headerHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9ab49abe1c8e0ac62260ae608304925a3ea1aa2503c6bf07d4f34a1f95010fcbd77df04d2186735d3a8d2adaa1de0060b4314efe45b092f77187df6ab5c5c700"
            },
            {
              "signer": 1,
              "signature": "0x1ec2c4e7ce4b895ae43d677621168a698b8dde7c576deb1987c04e6f3d9d8115f146416a7188e56d8f03de1a078306690c1b6053c479fdcfd9d644ca64472c0b"
            },
            {
              "signer": 2,
              "signature": "0x349160575be74b4cf3dae9462f5ec8740f37e2a4ff34a9ca7bc82e7b62dab0d2e563175e24c52740548edf649155b10de58e25933e7b6a6d80cdacb396d69207"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb"
        ],
        "transactions": [
          {
            "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
            "body": {
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
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
            "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4092bc741893d2b8064f6143e95b6d64cb54a668c30693024c6fa18699fb1826aa3d14b031fc201ea6f5dbf91356fea8fd29930e1065d96324e867b26ab234e901"
          }
        ],
        "receipts": [
          {
            "txId": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
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
        "hash": "0x945d496646eeff217c7fdee7541cbc95de11706260904f984aeea98df1490c9f",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 3,
          "parent": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0x3b3b80e9f6b0bbf4cd4e69211035242b0ad793987c880837cc44c510a4aefbe7",
          "receiptsRoot": "0x49105614e72aab4b9d7e62dc5fe054b1ca37d04e9d09eda6ddcdafbd748159e9",
          "stateRoot": "0xc5a2dd5649c8cb572213495b3e8d2484e34a4c6537166b5fa0bde7aa155ff393",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0xce0f1eef91802f111cc476896f27a07ea795f88a55dc1faf16327cd88fb14238",
          "headerHash": "0x945d496646eeff217c7fdee7541cbc95de11706260904f984aeea98df1490c9f",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x24887f8cec764d20daa1b94cc1b4c470f2c681c671f5036f21eaec3077ff48d058f0d4482534eca68b4552fd3999f93803ad38a21989458f0362f5b1d43c4e0c"
            },
            {
              "signer": 1,
              "signature": "0xfdb024783bea0fbe950da45e628a3bf35c067c018b4441b3e171485be639642ec07ddb379e3b36557b00367a50265bf6802a0fe6b11384129aef066940967b01"
            },
            {
              "signer": 2,
              "signature": "0xaa8d93fba704e4cb46fdfcef956cad4d9bea790c881ebbe19c225e9a5b893a0af8b6b0ae64371f88a5bdc0eed709fa7f472ef02f235c2dcd207f221ed026b301"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0x9cb8f84098bb018da316a04e530a5ec16fc09bccc5355bfec32ad53fed0483ad"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3"
      },
      "result": {
        "hash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
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
        "hash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
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
        "hash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
        "height": 1,
        "header": {
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xb69f1b8657654b819d7459d2e1b354253c8533b2c1b4230133abb1b7f14c01d6",
          "headerHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9ab49abe1c8e0ac62260ae608304925a3ea1aa2503c6bf07d4f34a1f95010fcbd77df04d2186735d3a8d2adaa1de0060b4314efe45b092f77187df6ab5c5c700"
            },
            {
              "signer": 1,
              "signature": "0x1ec2c4e7ce4b895ae43d677621168a698b8dde7c576deb1987c04e6f3d9d8115f146416a7188e56d8f03de1a078306690c1b6053c479fdcfd9d644ca64472c0b"
            },
            {
              "signer": 2,
              "signature": "0x349160575be74b4cf3dae9462f5ec8740f37e2a4ff34a9ca7bc82e7b62dab0d2e563175e24c52740548edf649155b10de58e25933e7b6a6d80cdacb396d69207"
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
            "hash": "0x945d496646eeff217c7fdee7541cbc95de11706260904f984aeea98df1490c9f",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 2,
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
              "epoch": 0,
              "height": 3,
              "parent": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0x3b3b80e9f6b0bbf4cd4e69211035242b0ad793987c880837cc44c510a4aefbe7",
              "receiptsRoot": "0x49105614e72aab4b9d7e62dc5fe054b1ca37d04e9d09eda6ddcdafbd748159e9",
              "stateRoot": "0xc5a2dd5649c8cb572213495b3e8d2484e34a4c6537166b5fa0bde7aa155ff393",
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
            "hash": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
              "epoch": 0,
              "height": 2,
              "parent": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0x7bac48f74eb4eedd27a0910eba246fdc9d6afb690e957462787675fec6f03b39",
              "receiptsRoot": "0x12b75bd5761901d9d37a7478a81a8813cd501d0606d6a013142b9250ac872b2e",
              "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
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
            "hash": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 2,
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0xb1daef152938eba20418f6765d0252adb8f0f941c623243e91cb1b67f5564c3e",
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
            "hash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 2,
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
              "epoch": 0,
              "height": 1,
              "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
              "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
              "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
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
            "hash": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
              "epoch": 0,
              "height": 2,
              "parent": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0x7bac48f74eb4eedd27a0910eba246fdc9d6afb690e957462787675fec6f03b39",
              "receiptsRoot": "0x12b75bd5761901d9d37a7478a81a8813cd501d0606d6a013142b9250ac872b2e",
              "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
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
        "body": "0x0a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f31bba59435919a13a7d899a502c9c1021cfeae333ca2b59e28f3a8d78eb79bcb69",
        "hash": "0xbba59435919a13a7d899a502c9c1021cfeae333ca2b59e28f3a8d78eb79bcb69",
        "preview": {
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
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
        "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406babd0a125038c4174e44045dda796e8b69b8bf4c090a83df768f0718379171f2f63540e603efcb32fd38396f0ccf887a09907233c5404b9ab19e8a05592d805"
      },
      "result": {
        "hash": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
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
        "hash": "0x9d620a93ca18d2aba59fa24a66895c4f76dda5d6a15bebd543e8c130d9e7448a",
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
        "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406babd0a125038c4174e44045dda796e8b69b8bf4c090a83df768f0718379171f2f63540e603efcb32fd38396f0ccf887a09907233c5404b9ab19e8a05592d805"
      },
      "result": {
        "hash": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a406babd0a125038c4174e44045dda796e8b69b8bf4c090a83df768f0718379171f2f63540e603efcb32fd38396f0ccf887a09907233c5404b9ab19e8a05592d805"
      },
      "result": {
        "hash": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
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
            "hash": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
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
            "hash": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
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
        "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40b00183476f1bb738b767de5bca21450b278303cebe2dec9abb2fa10efd8acd4ee2a6b77bef1d5ea3898611c95b0cdbe7bacf7165b4676f39baf1a625756fbd07",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0x778fe1ffda0e4df0a6ea5ccff7864e5dc1ce03064af68cf5ce4b0f57ec63c344",
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
        "blockHash": "0x5173def6758da8f806741876daedeeb58178686536ffe7f7c5dbae0a1d374804",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb"
      },
      "result": {
        "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
        "status": "final",
        "transaction": {
          "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
          "body": {
            "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
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
          "raw": "0x0801129b010a20e7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c10a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4092bc741893d2b8064f6143e95b6d64cb54a668c30693024c6fa18699fb1826aa3d14b031fc201ea6f5dbf91356fea8fd29930e1065d96324e867b26ab234e901"
        },
        "receipt": {
          "txId": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
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
          "blockHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
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
        "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb"
      },
      "result": {
        "txId": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
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
        "blockHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0x697ea9a1d1fbc0b366cf73cb04279ab4445decfaa386491f0304ceecd87bb4b2",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0x697ea9a1d1fbc0b366cf73cb04279ab4445decfaa386491f0304ceecd87bb4b2",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "reason": "AM04",
        "events": [],
        "height": 2,
        "blockHash": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb"
      },
      "result": {
        "id": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
        "height": 1,
        "receipt": {
          "txId": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
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
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xb69f1b8657654b819d7459d2e1b354253c8533b2c1b4230133abb1b7f14c01d6",
          "headerHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9ab49abe1c8e0ac62260ae608304925a3ea1aa2503c6bf07d4f34a1f95010fcbd77df04d2186735d3a8d2adaa1de0060b4314efe45b092f77187df6ab5c5c700"
            },
            {
              "signer": 1,
              "signature": "0x1ec2c4e7ce4b895ae43d677621168a698b8dde7c576deb1987c04e6f3d9d8115f146416a7188e56d8f03de1a078306690c1b6053c479fdcfd9d644ca64472c0b"
            },
            {
              "signer": 2,
              "signature": "0x349160575be74b4cf3dae9462f5ec8740f37e2a4ff34a9ca7bc82e7b62dab0d2e563175e24c52740548edf649155b10de58e25933e7b6a6d80cdacb396d69207"
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
            "hash": "0x778fe1ffda0e4df0a6ea5ccff7864e5dc1ce03064af68cf5ce4b0f57ec63c344",
            "height": 4,
            "blockHash": "0x5173def6758da8f806741876daedeeb58178686536ffe7f7c5dbae0a1d374804",
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
            "hash": "0x697ea9a1d1fbc0b366cf73cb04279ab4445decfaa386491f0304ceecd87bb4b2",
            "height": 2,
            "blockHash": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
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
            "hash": "0x697ea9a1d1fbc0b366cf73cb04279ab4445decfaa386491f0304ceecd87bb4b2",
            "height": 2,
            "blockHash": "0x7589552d9ae65895d474ff275aab5ad96c4220e5ad44e9b6dcf16321d4c59d4d",
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
            "txId": "0xc7cc7b5bf0fac3d713b86620762781c7123a430b3f6d9b061ad487b55d7bf2fb",
            "height": 1,
            "blockHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
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
            "txId": "0xaa1445ef49ae94d5d2e8a7eb918b7c2d7cf76f79b89c8ca19e8d14379ec2dbe9",
            "height": 4,
            "blockHash": "0x5173def6758da8f806741876daedeeb58178686536ffe7f7c5dbae0a1d374804",
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
            "txId": "0x778fe1ffda0e4df0a6ea5ccff7864e5dc1ce03064af68cf5ce4b0f57ec63c344",
            "height": 4,
            "blockHash": "0x5173def6758da8f806741876daedeeb58178686536ffe7f7c5dbae0a1d374804",
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
            "0xab1c265dd3ba3ec6af497b6c7a2ea963186e0b8352d209eee15ada3b7fc6bbed",
            "0x30da9afcaf8c7a8a5ce9de93ff4c7e5c1a3f7c16061134f6f6c34551aa5107b4",
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
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 1,
          "parent": "0x9d07b6df1a9f0610a67bb70e80ddcebc67a13f2f422e90cca28e3d54b5192c07",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x4c888a3d82ba0d63543a4cf89798e9602f409664175da4b284dbd5118bad7950",
          "receiptsRoot": "0x2e929aeb87df9d83cb786e3f5be9880dd84ab71573408f7340b2de95174051d9",
          "stateRoot": "0xa5a90e8aee32780a167c63733bb33ae6563ef306270e0e4219281c65e6dbece1",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xb69f1b8657654b819d7459d2e1b354253c8533b2c1b4230133abb1b7f14c01d6",
          "headerHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9ab49abe1c8e0ac62260ae608304925a3ea1aa2503c6bf07d4f34a1f95010fcbd77df04d2186735d3a8d2adaa1de0060b4314efe45b092f77187df6ab5c5c700"
            },
            {
              "signer": 1,
              "signature": "0x1ec2c4e7ce4b895ae43d677621168a698b8dde7c576deb1987c04e6f3d9d8115f146416a7188e56d8f03de1a078306690c1b6053c479fdcfd9d644ca64472c0b"
            },
            {
              "signer": 2,
              "signature": "0x349160575be74b4cf3dae9462f5ec8740f37e2a4ff34a9ca7bc82e7b62dab0d2e563175e24c52740548edf649155b10de58e25933e7b6a6d80cdacb396d69207"
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
            "0x91f680c094216176c24bf57cdd8692fa0b2452d278345a12dfd62a44adf1d5c4",
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
          "version": 2,
          "genesisHash": "0xe7dc0270d5e46699ed121c7038b4cc33a9a69be73939efd1fc0119b56d7c3d0c",
          "epoch": 0,
          "height": 4,
          "parent": "0x945d496646eeff217c7fdee7541cbc95de11706260904f984aeea98df1490c9f",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0x7d235e91f91934cf90febe418b2d3508283dd7b9b64198044501228b391d151e",
          "receiptsRoot": "0x78af83787ab4149ff188ecfc125e10ce30f371f31a5bfa988b9165a871a527b7",
          "stateRoot": "0x1eb867304abac96520e842efc167dcb8c487f13ad564e1ff299911c5267abd05",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0xc0ea999e7906489a92db493f7ffc214613e9fd82f439842314fae2a643a14546",
          "headerHash": "0x5173def6758da8f806741876daedeeb58178686536ffe7f7c5dbae0a1d374804",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x7d198d5a306d033378b9f6d6912fbea26d087af60668a9b782adc74f6015d34878c2f712826e0d49f145a134acaf5834886e1b2bf8dfaeabf2616fb8219a0207"
            },
            {
              "signer": 1,
              "signature": "0x408bd487d69869a8ce69e1c3a1d280c7a9b96a5972e7eddec73f85befdbbc8cacf95bc13463b1bdfa0594ceb7d4d42aa8f70d989850b592098c25d60591b100a"
            },
            {
              "signer": 2,
              "signature": "0x132d57ad71e6e98624942a2dce16988e3977caeeb3540ba499266ad46d6a3b542ddb32bd4904a8f121911dfb268996cd8dece30909850b4ec9177e6eec23380c"
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
              "signature": "0xd64b387062d9217902ff20fd9e5ca977246613aba848ab8fba8fe7e4972b90bdbc99e2ce225c2b30dc3ce711e603aabce3e30c08e3960b7c191b660d79653c07",
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
              "signature": "0x359d9731dc28899662c44951351afe78d459da6e37b4ab9070a093b852ce9adcf8989730ca3f881749bc6f29e24686e01d46accd73812c79775c975af8967100",
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
          "digest": "0xb69f1b8657654b819d7459d2e1b354253c8533b2c1b4230133abb1b7f14c01d6",
          "headerHash": "0xda6009fda893dbfc5b627c107ebd2a1931848d47d1ef0705e5738b8bda1e44f3",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9ab49abe1c8e0ac62260ae608304925a3ea1aa2503c6bf07d4f34a1f95010fcbd77df04d2186735d3a8d2adaa1de0060b4314efe45b092f77187df6ab5c5c700"
            },
            {
              "signer": 1,
              "signature": "0x1ec2c4e7ce4b895ae43d677621168a698b8dde7c576deb1987c04e6f3d9d8115f146416a7188e56d8f03de1a078306690c1b6053c479fdcfd9d644ca64472c0b"
            },
            {
              "signer": 2,
              "signature": "0x349160575be74b4cf3dae9462f5ec8740f37e2a4ff34a9ca7bc82e7b62dab0d2e563175e24c52740548edf649155b10de58e25933e7b6a6d80cdacb396d69207"
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
          "/hanse/e7dc0270d5e46699/control/1",
          "/hanse/e7dc0270d5e46699/consensus/1",
          "/hanse/e7dc0270d5e46699/transactions/1",
          "/hanse/e7dc0270d5e46699/sync/1"
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
